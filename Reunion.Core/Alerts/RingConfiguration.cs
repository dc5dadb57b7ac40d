using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Alerts;

internal sealed class RingConfiguration : IEntityTypeConfiguration<Ring>
{
    public void Configure(EntityTypeBuilder<Ring> builder)
    {
        builder.ToTable("Rings");
        // The key is what makes a ring impossible to send twice.
        builder.HasKey(r => new { r.CircleId, r.Number });
        builder.HasIndex(r => r.AlertId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(r => r.CircleId);
    }
}
