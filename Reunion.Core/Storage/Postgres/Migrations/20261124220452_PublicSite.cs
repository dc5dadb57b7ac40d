using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PublicSite : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReportCode",
                table: "Cases",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReporterName",
                table: "Cases",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReporterPhone",
                table: "Cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Clarifications",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AlertId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    PublishedAtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DispatchedAtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clarifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clarifications_Alerts_AlertId",
                        column: x => x.AlertId,
                        principalTable: "Alerts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "TipMessages",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TipId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Author = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TipMessages_Tips_TipId",
                        column: x => x.TipId,
                        principalTable: "Tips",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ReportCode",
                table: "Cases",
                column: "ReportCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_AlertId",
                table: "Clarifications",
                column: "AlertId");

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_DispatchedAtUtc",
                table: "Clarifications",
                column: "DispatchedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_PublishedAtUtc",
                table: "Clarifications",
                column: "PublishedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_TipMessages_IdempotencyKey",
                table: "TipMessages",
                column: "IdempotencyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TipMessages_TipId_AtUtc",
                table: "TipMessages",
                columns: new[] { "TipId", "AtUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Clarifications");

            migrationBuilder.DropTable(
                name: "TipMessages");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ReportCode",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReportCode",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReporterName",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReporterPhone",
                table: "Cases");
        }
    }
}
