using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Alerts;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Tips;

internal sealed class TipConfiguration : IEntityTypeConfiguration<Tip>
{
    public void Configure(EntityTypeBuilder<Tip> builder)
    {
        builder.ToTable("Tips");
        builder.Property(t => t.Text).HasMaxLength(4000);
        builder.Property(t => t.Place).HasMaxLength(200);
        builder.Property(t => t.Contact).HasMaxLength(200);
        builder.Property(t => t.IdempotencyKey).HasMaxLength(200);
        builder.Property(t => t.ReceiptCode).HasMaxLength(16);
        builder.Property(t => t.ReviewReason).HasMaxLength(1000);
        builder.Property(t => t.ReviewedByName).HasMaxLength(100);
        builder.Property(t => t.TextKey).HasMaxLength(32);
        builder.Property(t => t.AssignedToAccountId).HasMaxLength(450);
        builder.Property(t => t.AssignedToName).HasMaxLength(100);
        builder.Property(t => t.RefusedPhotos!)
            .HasConversion(new JsonConverter<IReadOnlyList<RefusedPhoto>>(), JsonConverter<IReadOnlyList<RefusedPhoto>>.Comparer);
        builder.HasIndex(t => t.ReceiptCode).IsUnique();
        // The index is what makes one tip of a double click.
        builder.HasIndex(t => t.IdempotencyKey).IsUnique();
        // One first tip of a text, however many come in at once.
        builder.HasIndex(t => new { t.AlertId, t.TextKey }).IsUnique();
        builder.HasIndex(t => t.FirstTipId);
        builder.HasIndex(t => t.EarlierTipId);
        builder.HasIndex(t => new { t.AlertId, t.ReceivedAtUtc });
        builder.HasIndex(t => new { t.Review, t.ReceivedAtUtc });
        builder.HasOne<Alert>().WithMany().HasForeignKey(t => t.AlertId);
        builder.HasMany(t => t.Photos).WithOne().HasForeignKey(p => p.TipId);
    }
}
