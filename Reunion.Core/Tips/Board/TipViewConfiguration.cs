using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Tips.Board;

internal sealed class TipViewConfiguration : IEntityTypeConfiguration<TipView>
{
    public void Configure(EntityTypeBuilder<TipView> builder)
    {
        builder.ToTable("TipViews");
        builder.HasKey(v => new { v.AccountId, v.Name });
        builder.Property(v => v.AccountId).HasMaxLength(450);
        builder.Property(v => v.Name).HasMaxLength(TipViews.MaxName);
        builder.Property(v => v.Query).HasConversion(new JsonConverter<TipQuery>(), JsonConverter<TipQuery>.Comparer);
    }
}
