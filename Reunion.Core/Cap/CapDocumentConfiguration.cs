using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Alerts;
using Reunion.Core.Common.Text;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Cap;

internal sealed class CapDocumentConfiguration : IEntityTypeConfiguration<CapDocument>
{
    public void Configure(EntityTypeBuilder<CapDocument> builder)
    {
        builder.ToTable("CapDocuments");
        builder.HasKey(d => d.Identifier);
        builder.Property(d => d.Identifier).HasMaxLength(50);
        builder.Property(d => d.Sender).HasMaxLength(300);
        builder.Property(d => d.Headline).HasConversion(new JsonConverter<LocalizedText>());
        builder.HasIndex(d => new { d.AlertId, d.Revision }).IsUnique();
        builder.HasIndex(d => d.ExpiresUtc);
        builder.HasOne<Alert>().WithMany().HasForeignKey(d => d.AlertId);
    }
}
