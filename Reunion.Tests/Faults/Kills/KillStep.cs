namespace Reunion.Tests.Faults.Kills;

/// <summary>Where in a message's way its program is killed.</summary>
internal enum KillStep
{
    /// <summary>Whenever it happens to be.</summary>
    AnyMoment,

    /// <summary>Rows are written but not committed: a ring with its messages, or what attempts came to.</summary>
    BeforeCommit,

    /// <summary>They are committed.</summary>
    AfterCommit,

    /// <summary>A request is made up but not sent.</summary>
    BeforeRequest,

    /// <summary>The partner has the request but has not answered.</summary>
    BeforeAnswer,

    /// <summary>The partner answered, and nothing is recorded.</summary>
    AfterAnswer,
}
