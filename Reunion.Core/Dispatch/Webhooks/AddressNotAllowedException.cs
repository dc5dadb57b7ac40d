namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>A partner's host name leads to an address that messages may not go to.</summary>
internal sealed class AddressNotAllowedException() : IOException("The partner's endpoint leads to no address that it may be on.");
