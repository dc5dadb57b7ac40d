using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Tells the scope of a circuit that it is one, before the first component runs.</summary>
internal sealed class CircuitActor(CurrentActor actor) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        actor.UseCircuit();
        return Task.CompletedTask;
    }
}
