// Everything of Babylon.js that the table uses, by precise paths, so that nothing else is bundled.
// The shaders are named here too: Babylon would otherwise fetch each in a request of its own before the first frame.

import "@babylonjs/core/Shaders/default.vertex.js";
import "@babylonjs/core/Shaders/default.fragment.js";
import "@babylonjs/core/Shaders/glowMapGeneration.vertex.js";
import "@babylonjs/core/Shaders/glowMapGeneration.fragment.js";
import "@babylonjs/core/Shaders/glowMapMerge.vertex.js";
import "@babylonjs/core/Shaders/glowMapMerge.fragment.js";
import "@babylonjs/core/Shaders/glowBlurPostProcess.fragment.js";
import "@babylonjs/core/Shaders/shadowMap.vertex.js";
import "@babylonjs/core/Shaders/shadowMap.fragment.js";
import "@babylonjs/core/Lights/Shadows/shadowGeneratorSceneComponent.js";

export { Engine } from "@babylonjs/core/Engines/engine.js";
export { Scene } from "@babylonjs/core/scene.js";
export { TargetCamera } from "@babylonjs/core/Cameras/targetCamera.js";
export { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
export { Color3, Color4 } from "@babylonjs/core/Maths/math.color.js";
export { Plane } from "@babylonjs/core/Maths/math.plane.js";
export { HemisphericLight } from "@babylonjs/core/Lights/hemisphericLight.js";
export { DirectionalLight } from "@babylonjs/core/Lights/directionalLight.js";
export { PointLight } from "@babylonjs/core/Lights/pointLight.js";
export { ShadowGenerator } from "@babylonjs/core/Lights/Shadows/shadowGenerator.js";
export { StandardMaterial } from "@babylonjs/core/Materials/standardMaterial.js";
export { FresnelParameters } from "@babylonjs/core/Materials/fresnelParameters.js";
export { Texture } from "@babylonjs/core/Materials/Textures/texture.js";
export { DynamicTexture } from "@babylonjs/core/Materials/Textures/dynamicTexture.js";
export { GlowLayer } from "@babylonjs/core/Layers/glowLayer.js";
export { Mesh } from "@babylonjs/core/Meshes/mesh.js";
export { VertexBuffer } from "@babylonjs/core/Buffers/buffer.js";
export { VertexData } from "@babylonjs/core/Meshes/mesh.vertexData.js";
export { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
export { CreateCapsule } from "@babylonjs/core/Meshes/Builders/capsuleBuilder.js";
export { CreateCylinder } from "@babylonjs/core/Meshes/Builders/cylinderBuilder.js";
export { CreateGround } from "@babylonjs/core/Meshes/Builders/groundBuilder.js";
export { CreatePlane } from "@babylonjs/core/Meshes/Builders/planeBuilder.js";
export { CreateSphere } from "@babylonjs/core/Meshes/Builders/sphereBuilder.js";
