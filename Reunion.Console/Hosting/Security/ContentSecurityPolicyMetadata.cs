namespace Reunion.Console.Hosting.Security;

/// <summary>An endpoint's own content security policy, in place of its surface's.</summary>
/// <param name="Policy">The header's whole value.</param>
public sealed record ContentSecurityPolicyMetadata(string Policy);
