using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Postgres.Migrations
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "ConfirmedAtUtc",
                table: "PhotoWithdrawals",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AskedAtUtc",
                table: "PhotoWithdrawals",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAtUtc",
                table: "PhotoWithdrawals",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastReminderAtUtc",
                table: "PhotoWithdrawals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LookAtUtc",
                table: "PhotoWithdrawals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reminders",
                table: "PhotoWithdrawals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "PhotoWithdrawals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RingReceipts",
                columns: table => new
                {
                    CircleId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Ring = table.Column<int>(type: "integer", nullable: false),
                    PartnerId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AlertId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReportedDelivered = table.Column<long>(type: "bigint", nullable: false),
                    ReportedOpened = table.Column<long>(type: "bigint", nullable: false),
                    Delivered = table.Column<long>(type: "bigint", nullable: false),
                    Opened = table.Column<long>(type: "bigint", nullable: false),
                    ByArea = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                SELECT d."AlertId", d."PartnerId", MIN(d."CreatedAtUtc"), MIN(d."CreatedAtUtc") + interval '1 hour', MIN(d."CreatedAtUtc") + interval '1 hour', 0, 0
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

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "ConfirmedAtUtc",
                table: "PhotoWithdrawals",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)),
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone",
                oldNullable: true);
        }
    }
}
