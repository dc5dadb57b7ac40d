using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Outbox;

internal sealed class DeliveryAttemptConfiguration : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("DeliveryAttempts");
        builder.Property(a => a.Result).HasMaxLength(100);
        builder.HasOne<Delivery>().WithMany().HasForeignKey(a => a.DeliveryId);
    }
}
