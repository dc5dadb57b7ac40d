using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Alerts;

namespace Reunion.Core.Dispatch.Rings;

internal sealed class ToldKeyConfiguration : IEntityTypeConfiguration<ToldKey>
{
    public void Configure(EntityTypeBuilder<ToldKey> builder)
    {
        builder.ToTable("ToldKeys");
        builder.HasKey(k => k.AlertId);
        builder.HasOne<Alert>().WithOne().HasForeignKey<ToldKey>(k => k.AlertId);
    }
}
