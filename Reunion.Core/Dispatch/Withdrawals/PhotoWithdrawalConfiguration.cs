using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Withdrawals;

internal sealed class PhotoWithdrawalConfiguration : IEntityTypeConfiguration<PhotoWithdrawal>
{
    public void Configure(EntityTypeBuilder<PhotoWithdrawal> builder)
    {
        builder.ToTable("PhotoWithdrawals");
        builder.HasKey(w => new { w.AlertId, w.PartnerId });
        builder.HasIndex(w => new { w.PartnerId, w.AskedAtUtc });
        builder.HasIndex(w => w.LookAtUtc);
        builder.Property(w => w.ConfirmedByName).HasMaxLength(200);
    }
}
