using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Reunion.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Cap : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CapDocuments",
                columns: table => new
                {
                    Identifier = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Sender = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AlertId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MsgType = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SentUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CapDocuments", x => x.Identifier);
                    table.ForeignKey(
                        name: "FK_CapDocuments_Alerts_AlertId",
                        column: x => x.AlertId,
                        principalTable: "Alerts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CapDocuments_AlertId_Revision",
                table: "CapDocuments",
                columns: new[] { "AlertId", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CapDocuments_ExpiresUtc",
                table: "CapDocuments",
                column: "ExpiresUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CapDocuments");
        }
    }
}
