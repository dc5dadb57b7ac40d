using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Tips.Conversation;

internal sealed class TipMessageConfiguration : IEntityTypeConfiguration<TipMessage>
{
    public void Configure(EntityTypeBuilder<TipMessage> builder)
    {
        builder.ToTable("TipMessages");
        builder.Property(m => m.Text).HasMaxLength(MessageRules.MaxLength);
        builder.Property(m => m.AuthorName).HasMaxLength(100);
        builder.Property(m => m.IdempotencyKey).HasMaxLength(200);
        builder.HasIndex(m => new { m.TipId, m.AtUtc });
        // The index is what makes one message of a double click.
        builder.HasIndex(m => m.IdempotencyKey).IsUnique();
        builder.HasOne<Tip>().WithMany().HasForeignKey(m => m.TipId);
    }
}
