using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Receipts;

internal sealed class RingReceiptConfiguration : IEntityTypeConfiguration<RingReceipt>
{
    public void Configure(EntityTypeBuilder<RingReceipt> builder)
    {
        builder.ToTable("RingReceipts");
        builder.HasKey(r => new { r.CircleId, r.Ring, r.PartnerId });
        builder.HasIndex(r => new { r.AlertId, r.PartnerId });
    }
}
