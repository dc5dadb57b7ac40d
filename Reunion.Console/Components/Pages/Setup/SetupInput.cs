namespace Reunion.Console.Components.Pages.Setup;

/// <summary>What is entered to make the first admin.</summary>
public sealed class SetupInput
{
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string UnitName { get; set; } = "";

    public string Password { get; set; } = "";
}
