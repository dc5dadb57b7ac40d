using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Outbox;

internal sealed class DeliveryAttemptConfiguration : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("DeliveryAttempts");
        builder.Property(a => a.Result).HasMaxLength(100);
        builder.Property(a => a.Answer).HasMaxLength(1024);
        builder.Property(a => a.EndpointUsed).HasMaxLength(500);
        builder.HasOne<Delivery>().WithMany().HasForeignKey(a => a.DeliveryId);
    }
}
