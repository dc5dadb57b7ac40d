using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Reunion.Core.Dispatch.Receipts;

internal sealed class PhotoWithdrawalConfiguration : IEntityTypeConfiguration<PhotoWithdrawal>
{
    public void Configure(EntityTypeBuilder<PhotoWithdrawal> builder)
    {
        builder.ToTable("PhotoWithdrawals");
        builder.HasKey(w => new { w.AlertId, w.PartnerId });
    }
}
