using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PartnerHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Partners_Name",
                table: "Partners");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ExerciseEndpointGoneAtUtc",
                table: "Partners",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Regions",
                table: "Partners",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemovedAtUtc",
                table: "Partners",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AttemptHours",
                columns: table => new
                {
                    PartnerId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HourUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Delivered = table.Column<int>(type: "integer", nullable: false),
                    Durations = table.Column<byte[]>(type: "bytea", nullable: false),
                    LastResult = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    LastAttemptAtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastDeliveredAtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttemptHours", x => new { x.PartnerId, x.HourUtc });
                    table.ForeignKey(
                        name: "FK_AttemptHours_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Partners_Name",
                table: "Partners",
                column: "Name",
                unique: true,
                filter: "\"Status\" <> 'Removed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttemptHours");

            migrationBuilder.DropIndex(
                name: "IX_Partners_Name",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "ExerciseEndpointGoneAtUtc",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "Regions",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "RemovedAtUtc",
                table: "Partners");

            migrationBuilder.CreateIndex(
                name: "IX_Partners_Name",
                table: "Partners",
                column: "Name",
                unique: true);
        }
    }
}
