using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Cases;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(c => c.UnitCode).HasMaxLength(20);
        builder.Property(c => c.FiledByAccountId).HasMaxLength(50);
        builder.Property(c => c.FiledByName).HasMaxLength(100);
        builder.Property(c => c.Circumstances).HasMaxLength(4000);
        builder.Property(c => c.Suspects).HasMaxLength(2000);
        builder.Property(c => c.Vehicles).HasMaxLength(2000);
        builder.Property(c => c.ContactUnit).HasMaxLength(200);
        builder.Property(c => c.ContactPhone).HasMaxLength(40);
        builder.Property(c => c.ReporterName).HasMaxLength(100);
        builder.Property(c => c.ReporterPhone).HasMaxLength(40);
        builder.Property(c => c.ReportCode).HasMaxLength(16);
        builder.HasIndex(c => c.ReportCode).IsUnique();
        builder.ComplexProperty(c => c.Child, child =>
        {
            child.Property(c => c.Name).HasMaxLength(100);
            child.Property(c => c.Features).HasMaxLength(1000);
            child.Property(c => c.Clothing).HasMaxLength(1000);
        });
        builder.ComplexProperty(c => c.LastSeen, seen => seen.Property(s => s.Place).HasMaxLength(200));
        builder.HasIndex(c => new { c.Status, c.FiledAtUtc });
        builder.HasIndex(c => c.UnitCode);
    }
}
