using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Common.Text;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Alerts.Clarifications;

internal sealed class ClarificationConfiguration : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.ToTable("Clarifications");
        builder.Property(c => c.Text).HasConversion(new JsonConverter<LocalizedText>());
        builder.Property(c => c.PublishedByName).HasMaxLength(100);
        builder.HasIndex(c => c.PublishedAtUtc);
        builder.HasIndex(c => c.DispatchedAtUtc);
        builder.HasOne<Alert>().WithMany().HasForeignKey(c => c.AlertId);
    }
}
