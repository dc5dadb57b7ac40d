using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.ActorId).HasMaxLength(50);
        builder.Property(e => e.ActorName).HasMaxLength(100);
        builder.Property(e => e.Subject).HasMaxLength(100);
        builder.Property(e => e.Detail).HasMaxLength(200);
        builder.HasIndex(e => new { e.Case, e.Sequence });
    }
}
