using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Receipts;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.HasKey(r => new { r.PartnerId, r.ReceiptId });
        builder.Property(r => r.ReceiptId).HasMaxLength(120);
        builder.HasIndex(r => r.AlertId);
    }
}
