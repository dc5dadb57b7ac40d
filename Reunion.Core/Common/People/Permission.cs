namespace Reunion.Core.Common.People;

/// <summary>What a person may do. Roles grant permissions; endpoints, pages, hubs and use cases ask for them by name.</summary>
public enum Permission
{
    /// <summary>See live alerts, the live map and figures without case files.</summary>
    SeeAlerts,

    /// <summary>See case files.</summary>
    SeeCases,

    /// <summary>File a case, and run the cases of the own unit: issue, update and close their alerts.</summary>
    RunCases,

    /// <summary>See and review tips.</summary>
    ReviewTips,

    /// <summary>Pause, resume and cancel any alert.</summary>
    ControlAlerts,

    /// <summary>Make, change and suspend partner apps and their keys.</summary>
    ManagePartners,

    /// <summary>Make accounts and give roles.</summary>
    ManagePeople,

    /// <summary>Edit radius schedules.</summary>
    ManageSchedules,

    /// <summary>Read the audit.</summary>
    ReadAudit,
}
