using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Core.Audit;

/// <summary>Registers the audit.</summary>
public static class AuditServices
{
    /// <summary>Adds the writer and the reader of the audit.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditTrail>().AddSingleton<ReadAudit>();
}
