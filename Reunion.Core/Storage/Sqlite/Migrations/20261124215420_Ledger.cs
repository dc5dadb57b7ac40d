using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsSilent",
                table: "Rings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<long>(
                name: "ConfirmedAtUtc",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<long>(
                name: "AskedAtUtc",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DueAtUtc",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LastReminderAtUtc",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LookAtUtc",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reminders",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RingReceipts",
                columns: table => new
                {
                    CircleId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ring = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AlertId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReportedDelivered = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedOpened = table.Column<long>(type: "INTEGER", nullable: false),
                    Delivered = table.Column<long>(type: "INTEGER", nullable: false),
                    Opened = table.Column<long>(type: "INTEGER", nullable: false),
                    ByArea = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RingReceipts", x => new { x.CircleId, x.Ring, x.PartnerId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PhotoWithdrawals_LookAtUtc",
                table: "PhotoWithdrawals",
                column: "LookAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_PhotoWithdrawals_PartnerId_AskedAtUtc",
                table: "PhotoWithdrawals",
                columns: new[] { "PartnerId", "AskedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_RingReceipts_AlertId_PartnerId",
                table: "RingReceipts",
                columns: new[] { "AlertId", "PartnerId" });

            // What was kept before: confirmations without when they were asked, ends that nobody confirmed, reports one by one.
            migrationBuilder.Sql("""
                UPDATE "PhotoWithdrawals" SET "AskedAtUtc" = "ConfirmedAtUtc", "DueAtUtc" = "ConfirmedAtUtc";
                """);
            migrationBuilder.Sql("""
                INSERT INTO "PhotoWithdrawals" ("AlertId", "PartnerId", "AskedAtUtc", "DueAtUtc", "LookAtUtc", "Reminders", "Version")
                SELECT d."AlertId", d."PartnerId", MIN(d."CreatedAtUtc"), MIN(d."CreatedAtUtc") + 36000000000, MIN(d."CreatedAtUtc") + 36000000000, 0, 0
                FROM "Deliveries" d
                WHERE d."Type" = 'alert.ended' AND NOT EXISTS (
                    SELECT 1 FROM "PhotoWithdrawals" w WHERE w."AlertId" = d."AlertId" AND w."PartnerId" = d."PartnerId")
                GROUP BY d."AlertId", d."PartnerId";
                """);
            migrationBuilder.Sql("""
                INSERT INTO "RingReceipts" (
                    "CircleId", "Ring", "PartnerId", "AlertId", "ReportedDelivered", "ReportedOpened", "Delivered", "Opened", "ByArea", "Version")
                SELECT "CircleId", "Ring", "PartnerId", MIN("AlertId"), SUM("Delivered"), SUM("Opened"), SUM("Delivered"), SUM("Opened"), 0, 0
                FROM "Receipts" GROUP BY "CircleId", "Ring", "PartnerId";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RingReceipts");

            migrationBuilder.DropIndex(
                name: "IX_PhotoWithdrawals_LookAtUtc",
                table: "PhotoWithdrawals");

            migrationBuilder.DropIndex(
                name: "IX_PhotoWithdrawals_PartnerId_AskedAtUtc",
                table: "PhotoWithdrawals");

            migrationBuilder.DropColumn(
                name: "IsSilent",
                table: "Rings");

            migrationBuilder.DropColumn(
                name: "AskedAtUtc",
                table: "PhotoWithdrawals");

            migrationBuilder.DropColumn(
                name: "DueAtUtc",
                table: "PhotoWithdrawals");

            migrationBuilder.DropColumn(
                name: "LastReminderAtUtc",
                table: "PhotoWithdrawals");

            migrationBuilder.DropColumn(
                name: "LookAtUtc",
                table: "PhotoWithdrawals");

            migrationBuilder.DropColumn(
                name: "Reminders",
                table: "PhotoWithdrawals");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "PhotoWithdrawals");

            migrationBuilder.AlterColumn<long>(
                name: "ConfirmedAtUtc",
                table: "PhotoWithdrawals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
