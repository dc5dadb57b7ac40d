using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Partners;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.Endpoint).HasMaxLength(500);
        builder.Property(p => p.ExerciseEndpoint).HasMaxLength(500);
        builder.HasIndex(p => p.Name).IsUnique();
    }
}
