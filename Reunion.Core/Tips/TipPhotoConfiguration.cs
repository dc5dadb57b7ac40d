using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Tips;

internal sealed class TipPhotoConfiguration : IEntityTypeConfiguration<TipPhoto>
{
    public void Configure(EntityTypeBuilder<TipPhoto> builder)
    {
        builder.ToTable("TipPhotos");
        builder.HasKey(p => p.Id);
        builder.HasOne(p => p.Original).WithOne().HasForeignKey<TipOriginal>(o => o.PhotoId);
    }
}
