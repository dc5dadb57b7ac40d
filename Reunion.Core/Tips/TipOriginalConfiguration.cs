using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Tips;

internal sealed class TipOriginalConfiguration : IEntityTypeConfiguration<TipOriginal>
{
    public void Configure(EntityTypeBuilder<TipOriginal> builder)
    {
        builder.ToTable("TipOriginals");
        builder.HasKey(o => o.PhotoId);
    }
}
