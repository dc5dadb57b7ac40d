namespace Reunion.Core.Tips.Board;

/// <summary>In what order tips are listed.</summary>
public enum TipOrder
{
    /// <summary>The last received first.</summary>
    Newest,

    /// <summary>The highest score first; among equals the last received.</summary>
    Score,

    /// <summary>The last seen first.</summary>
    Seen,
}
