using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Alerts;

internal sealed class AlertRevisionConfiguration : IEntityTypeConfiguration<AlertRevision>
{
    public void Configure(EntityTypeBuilder<AlertRevision> builder)
    {
        builder.ToTable("AlertRevisions");
        builder.HasKey(r => new { r.AlertId, r.Number });
        builder.HasIndex(r => r.DispatchedAtUtc);
    }
}
