using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Cases.Reporting;

namespace Reunion.Core.Cases;

/// <summary>Registers what is done with cases.</summary>
public static class CasesServices
{
    /// <summary>Adds the use cases of this folder.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionCases(this IServiceCollection services) => services
        .AddSingleton<CaseFileValidator>()
        .AddSingleton<FileCase>()
        .AddSingleton<KeepUnfinishedCase>()
        .AddSingleton<ReadCases>()
        .AddSingleton<MissingReportValidator>()
        .AddSingleton<PoliceUnits>()
        .AddSingleton<ReportMissingChild>()
        .AddSingleton<ReadReports>();
}
