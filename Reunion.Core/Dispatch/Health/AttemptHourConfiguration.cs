using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Health;

internal sealed class AttemptHourConfiguration : IEntityTypeConfiguration<AttemptHour>
{
    public void Configure(EntityTypeBuilder<AttemptHour> builder)
    {
        builder.ToTable("AttemptHours");
        builder.HasKey(h => new { h.PartnerId, h.HourUtc });
        builder.Property(h => h.LastResult).HasMaxLength(100);
        builder.HasOne<Partner>().WithMany().HasForeignKey(h => h.PartnerId);
    }
}
