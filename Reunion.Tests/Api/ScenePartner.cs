using Reunion.Core.Common;

namespace Reunion.Tests.Api;

/// <summary>A partner of a test.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ApiKey">Its key.</param>
/// <param name="Client">Sends the key with every request.</param>
public sealed record ScenePartner(PartnerId Id, string ApiKey, HttpClient Client);
