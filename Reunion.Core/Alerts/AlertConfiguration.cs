using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;
using Reunion.Core.Common.Text;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Alerts;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("Alerts");
        builder.Property(a => a.Code).HasMaxLength(8);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.Status);
        builder.Property(a => a.IssuedByAccountId).HasMaxLength(50);
        builder.Property(a => a.Headline).HasConversion(new JsonConverter<LocalizedText>());
        builder.Property(a => a.Description).HasConversion(new JsonConverter<LocalizedText>());
        builder.Property(a => a.ScheduleSteps)
            .HasConversion(new JsonConverter<IReadOnlyList<RadiusStep>>(), JsonConverter<IReadOnlyList<RadiusStep>>.Comparer);
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasMany(a => a.Circles).WithOne().HasForeignKey(c => c.AlertId);
        builder.HasMany(a => a.Revisions).WithOne().HasForeignKey(r => r.AlertId);
        // One case has one alert that is not over, whoever clicks twice.
        builder.HasIndex(a => a.CaseId).IsUnique().HasFilter("\"EndedAtUtc\" IS NULL");
    }
}
