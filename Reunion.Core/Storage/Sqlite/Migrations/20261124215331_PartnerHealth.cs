using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Sqlite.Migrations
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

            migrationBuilder.AddColumn<long>(
                name: "ExerciseEndpointGoneAtUtc",
                table: "Partners",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Regions",
                table: "Partners",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "RemovedAtUtc",
                table: "Partners",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AttemptHours",
                columns: table => new
                {
                    PartnerId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HourUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Delivered = table.Column<int>(type: "INTEGER", nullable: false),
                    Durations = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LastResult = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LastAttemptAtUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    LastDeliveredAtUtc = table.Column<long>(type: "INTEGER", nullable: true)
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
