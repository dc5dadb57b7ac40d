namespace Reunion.Core.Partners;

/// <summary>How a partner wants its recipient batches.</summary>
public enum RecipientFormat
{
    /// <summary>JSON with device ids as hex text.</summary>
    Json,

    /// <summary>One line of JSON, then little-endian 64-bit ids.</summary>
    Binary,
}
