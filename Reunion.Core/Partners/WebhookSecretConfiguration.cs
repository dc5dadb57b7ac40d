using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Partners;

internal sealed class WebhookSecretConfiguration : IEntityTypeConfiguration<WebhookSecret>
{
    public void Configure(EntityTypeBuilder<WebhookSecret> builder)
    {
        builder.ToTable("WebhookSecrets");
        builder.Property(s => s.ProtectedSecret).HasMaxLength(500);
        builder.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId);
    }
}
