using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TipBoard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssignedToName",
                table: "Tips",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DuplicateOfId",
                table: "Tips",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EarlierTipId",
                table: "Tips",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TipViews",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "character varying(450)", maxLength: 450, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipViews", x => new { x.AccountId, x.Name });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_EarlierTipId",
                table: "Tips",
                column: "EarlierTipId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TipViews");

            migrationBuilder.DropIndex(
                name: "IX_Tips_EarlierTipId",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "AssignedToName",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "DuplicateOfId",
                table: "Tips");

            migrationBuilder.DropColumn(
                name: "EarlierTipId",
                table: "Tips");
        }
    }
}
