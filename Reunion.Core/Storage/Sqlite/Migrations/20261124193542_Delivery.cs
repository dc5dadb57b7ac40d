using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Delivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DeliveryPausedAtUtc",
                table: "Partners",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "DeliveryAttempts",
                type: "TEXT",
                maxLength: 1024,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndpointUsed",
                table: "DeliveryAttempts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "DeliveryAttempts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ToldKeys",
                columns: table => new
                {
                    AlertId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Protected = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldKeys", x => x.AlertId);
                    table.ForeignKey(
                        name: "FK_ToldKeys_Alerts_AlertId",
                        column: x => x.AlertId,
                        principalTable: "Alerts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ToldPhones",
                columns: table => new
                {
                    DeliveryId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AlertId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PartnerId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Protected = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldPhones", x => x.DeliveryId);
                    table.ForeignKey(
                        name: "FK_ToldPhones_RecipientBatches_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "RecipientBatches",
                        principalColumn: "DeliveryId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ToldPhones_AlertId",
                table: "ToldPhones",
                column: "AlertId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ToldKeys");

            migrationBuilder.DropTable(
                name: "ToldPhones");

            migrationBuilder.DropColumn(
                name: "DeliveryPausedAtUtc",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "DeliveryAttempts");

            migrationBuilder.DropColumn(
                name: "EndpointUsed",
                table: "DeliveryAttempts");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "DeliveryAttempts");
        }
    }
}
