using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Core.Dispatch.Rings;

internal sealed class RecipientBatchConfiguration : IEntityTypeConfiguration<RecipientBatch>
{
    public void Configure(EntityTypeBuilder<RecipientBatch> builder)
    {
        builder.ToTable("RecipientBatches");
        builder.HasKey(b => b.DeliveryId);
        builder.HasIndex(b => new { b.CircleId, b.Ring, b.PartnerId, b.Batch }).IsUnique();
        builder.HasIndex(b => b.AlertId);
        builder.HasOne<Delivery>().WithOne().HasForeignKey<RecipientBatch>(b => b.DeliveryId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(b => b.CircleId);
    }
}
