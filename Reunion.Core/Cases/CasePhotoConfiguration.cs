using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Cases;

internal sealed class CasePhotoConfiguration : IEntityTypeConfiguration<CasePhoto>
{
    public void Configure(EntityTypeBuilder<CasePhoto> builder)
    {
        builder.ToTable("CasePhotos");
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
    }
}
