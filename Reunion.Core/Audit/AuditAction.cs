namespace Reunion.Core.Audit;

/// <summary>What can be done that is kept in the audit. Screens translate these.</summary>
public enum AuditAction
{
    /// <summary>A case was filed.</summary>
    CaseFiled,

    /// <summary>A case file was opened by a person.</summary>
    CaseViewed,

    /// <summary>A draft was changed.</summary>
    CaseUpdated,

    /// <summary>An alert went out; the detail is its mode.</summary>
    AlertIssued,

    /// <summary>A ring was sent; the detail is its outer radius in metres.</summary>
    RingSent,

    /// <summary>A new circle was opened; the detail is the tip it came from.</summary>
    CircleOpened,

    /// <summary>Nothing more is sent until the alert is resumed.</summary>
    AlertPaused,

    /// <summary>The alert goes on.</summary>
    AlertResumed,

    /// <summary>The alert ended; the detail is the outcome.</summary>
    AlertEnded,

    /// <summary>The case was closed; the detail is the outcome.</summary>
    CaseClosed,

    /// <summary>A tip came in; the detail is its kind.</summary>
    TipReceived,

    /// <summary>A tip was verified.</summary>
    TipVerified,

    /// <summary>A tip was dismissed.</summary>
    TipDismissed,

    /// <summary>A tip was marked as saying the same as another one, which is the detail.</summary>
    TipMarkedDuplicate,

    /// <summary>A decision about a tip was taken back.</summary>
    TipReopened,

    /// <summary>It was said who is to look into a tip, or that nobody is.</summary>
    TipAssigned,

    /// <summary>A tip's photo was opened as it was sent, with its camera's notes.</summary>
    TipOriginalOpened,

    /// <summary>A partner was made; the detail is its name.</summary>
    PartnerRegistered,

    /// <summary>A partner was changed.</summary>
    PartnerUpdated,

    /// <summary>A partner was suspended.</summary>
    PartnerSuspended,

    /// <summary>A suspended partner carries alerts again.</summary>
    PartnerReinstated,

    /// <summary>A partner was removed for good; the detail is its name.</summary>
    PartnerRemoved,

    /// <summary>A partner may be at private addresses from now on; the detail is its name.</summary>
    PartnerMadeInternal,

    /// <summary>A partner may no longer be at private addresses; the detail is its name.</summary>
    PartnerMadePublic,

    /// <summary>What waited for a partner was tried at once; the detail is its name.</summary>
    DeliveryRetried,

    /// <summary>What is sent to a partner was paused; the detail is its name.</summary>
    DeliveryPaused,

    /// <summary>What is sent to a partner goes on; the detail is its name.</summary>
    DeliveryResumed,

    /// <summary>Failed messages of a time range were tried again; the detail is the partner's name, how many and the range.</summary>
    DeliveriesReplayed,

    /// <summary>A partner got a new API key.</summary>
    ApiKeyIssued,

    /// <summary>A partner's API key was revoked.</summary>
    ApiKeyRevoked,

    /// <summary>A partner got a new webhook secret.</summary>
    WebhookSecretRotated,

    /// <summary>A partner's old webhook secret stopped to sign before its time.</summary>
    WebhookSecretEnded,

    /// <summary>A person got an account.</summary>
    PersonAdded,

    /// <summary>A person's roles changed; the detail lists them.</summary>
    PersonRolesChanged,

    /// <summary>A person can no longer sign in.</summary>
    PersonDisabled,

    /// <summary>A person can sign in again.</summary>
    PersonEnabled,

    /// <summary>A radius schedule was changed; the detail is its name.</summary>
    ScheduleChanged,

    /// <summary>A partner's endpoint was asked whether it is there; the detail is the partner's name.</summary>
    PartnerPinged,

    /// <summary>The scripted session was run against a partner's exercise endpoint; the detail is the partner's name.</summary>
    ConformanceRun,

    /// <summary>Who sent a tip wrote more about it.</summary>
    TipMessageReceived,

    /// <summary>A reviewer answered who sent a tip.</summary>
    TipReplied,

    /// <summary>Something was made clear in public.</summary>
    ClarificationPublished,

    /// <summary>A parent reported a missing child; the detail is <c>Rough</c> when the place on the map is only the town's.</summary>
    CaseReported,

    /// <summary>A partner said on the telephone that an ended alert's photo is down; the detail is the partner's name.</summary>
    WithdrawalConfirmedByPhone,

    /// <summary>The tips of an alert were taken out in a file; the detail is its format and how many.</summary>
    TipsExported,

    /// <summary>Photos as they were sent were erased after their time; the detail is how many.</summary>
    TipOriginalsErased,

    /// <summary>How to reach who sent tips was erased after its time; the detail is of how many tips.</summary>
    TipContactsErased,

    /// <summary>Photos of dismissed tips were erased after their time; the detail is how many.</summary>
    TipPhotosErased,

    /// <summary>Conversations with who sent tips were erased after their time; the detail is how many messages.</summary>
    TipMessagesErased,
}
