using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Rings;

internal sealed class ToldPhonesConfiguration : IEntityTypeConfiguration<ToldPhones>
{
    public void Configure(EntityTypeBuilder<ToldPhones> builder)
    {
        builder.ToTable("ToldPhones");
        builder.HasKey(t => t.DeliveryId);
        builder.HasIndex(t => t.AlertId);
        builder.HasOne<RecipientBatch>().WithOne().HasForeignKey<ToldPhones>(t => t.DeliveryId);
    }
}
