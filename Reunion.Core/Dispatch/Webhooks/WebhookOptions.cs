namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Settings under <c>Reunion:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Webhooks";

    /// <summary>Whether partners marked internal may be on this machine itself. Only demos and tests have them there.</summary>
    public bool AllowLoopback { get; set; }
}
