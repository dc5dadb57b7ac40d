using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Alerts;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Outbox;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.Property(d => d.Type).HasMaxLength(40);
        builder.Property(d => d.LastResult).HasMaxLength(100);
        builder.HasIndex(d => new { d.PartnerId, d.Status, d.NextAttemptAtUtc });
        builder.HasIndex(d => new { d.AlertId, d.PartnerId, d.Status });
        builder.HasOne<Partner>().WithMany().HasForeignKey(d => d.PartnerId);
        builder.HasOne<Alert>().WithMany().HasForeignKey(d => d.AlertId);
    }
}
