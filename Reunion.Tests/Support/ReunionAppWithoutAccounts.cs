namespace Reunion.Tests.Support;

/// <summary>A program that nobody has an account on.</summary>
public sealed class ReunionAppWithoutAccounts : ReunionApp
{
    protected override bool HasAccounts => false;
}
