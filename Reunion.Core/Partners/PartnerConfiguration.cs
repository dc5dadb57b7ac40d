using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Partners;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.Endpoint).HasMaxLength(500);
        builder.Property(p => p.ExerciseEndpoint).HasMaxLength(500);
        builder.Property(p => p.Regions)
            .HasConversion(new JsonConverter<IReadOnlyList<ServiceRegion>>(), JsonConverter<IReadOnlyList<ServiceRegion>>.Comparer)
            .HasDefaultValueSql("'[]'");
        // An app that was removed may come back under its name, as another partner.
        builder.HasIndex(p => p.Name).IsUnique().HasFilter("\"Status\" <> 'Removed'");
    }
}
