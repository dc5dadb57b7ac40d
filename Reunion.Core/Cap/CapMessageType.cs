namespace Reunion.Core.Cap;

/// <summary>What a CAP document does, <c>msgType</c> in CAP 1.2.</summary>
public enum CapMessageType
{
    /// <summary>Starts a chain.</summary>
    Alert,

    /// <summary>Replaces the documents that it refers to.</summary>
    Update,

    /// <summary>Ends the chain.</summary>
    Cancel,
}
