using Microsoft.AspNetCore.Authorization;
using Reunion.Core.Common.People;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Asks for a permission of the account as it stands now.</summary>
/// <param name="Permission">Null: any account that may sign in.</param>
internal sealed record PermissionRequirement(Permission? Permission) : IAuthorizationRequirement;
