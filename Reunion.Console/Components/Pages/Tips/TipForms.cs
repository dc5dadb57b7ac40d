namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Which decision is being written.</summary>
internal enum TipForms
{
    /// <summary>None.</summary>
    None,

    /// <summary>Verifying.</summary>
    Verify,

    /// <summary>Dismissing.</summary>
    Dismiss,

    /// <summary>Marking as a duplicate.</summary>
    Duplicate,
}
