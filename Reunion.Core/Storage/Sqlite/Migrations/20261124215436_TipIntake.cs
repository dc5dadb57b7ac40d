using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TipIntake : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssignedToAccountId",
                table: "Tips",
                type: "TEXT",
                maxLength: 450,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstTipId",
                table: "Tips",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPartnerSignal",
                table: "Tips",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "RefusedPhotos",
                table: "Tips",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Repeats",
                table: "Tips",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "TextKey",
                table: "Tips",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "HintLatitude",
                table: "TipPhotos",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "HintLongitude",
                table: "TipPhotos",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HintTakenAtUtc",
                table: "TipPhotos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TipOriginals",
                columns: table => new
                {
                    PhotoId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProtectedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Protected = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipOriginals", x => x.PhotoId);
                    table.ForeignKey(
                        name: "FK_TipOriginals_TipPhotos_PhotoId",
                        column: x => x.PhotoId,
                        principalTable: "TipPhotos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_AlertId_TextKey",
                table: "Tips",
                columns: new[] { "AlertId", "TextKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tips_FirstTipId",
                table: "Tips",
                column: "FirstTipId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TipOriginals");

            migrationBuilder.DropIndex(
                name: "IX_Tips_AlertId_TextKey",
                table: "Tips");

            migrationBuilder.DropIndex(
                name: "IX_Tips_FirstTipId",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "AssignedToAccountId",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "FirstTipId",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "IsPartnerSignal",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "RefusedPhotos",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "Repeats",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "TextKey",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "HintLatitude",
                table: "TipPhotos");

            migrationBuilder.DropColumn(
                name: "HintLongitude",
                table: "TipPhotos");

            migrationBuilder.DropColumn(
                name: "HintTakenAtUtc",
                table: "TipPhotos");
        }
    }
}
