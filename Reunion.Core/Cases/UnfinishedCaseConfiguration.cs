using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reunion.Core.Storage.Conversion;

namespace Reunion.Core.Cases;

internal sealed class UnfinishedCaseConfiguration : IEntityTypeConfiguration<UnfinishedCase>
{
    public void Configure(EntityTypeBuilder<UnfinishedCase> builder)
    {
        builder.ToTable("UnfinishedCases");
        builder.HasKey(u => u.AccountId);
        builder.Property(u => u.AccountId).HasMaxLength(50);
        builder.Property(u => u.File).HasConversion(new JsonConverter<CaseFile>(), JsonConverter<CaseFile>.Comparer);
    }
}
