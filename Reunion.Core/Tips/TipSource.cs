namespace Reunion.Core.Tips;

/// <summary>Which way a tip came in.</summary>
public enum TipSource
{
    /// <summary>The form on the alert's public page.</summary>
    PublicPage,

    /// <summary>A partner's HTTP request.</summary>
    PartnerApi,

    /// <summary>A partner's SignalR connection.</summary>
    PartnerHub,
}
